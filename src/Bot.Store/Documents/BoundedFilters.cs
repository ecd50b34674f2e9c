using System.IO.Compression;
using Bot.Indicators.Proposals;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Bot.Store.Documents;

/// <summary>
/// The filters of a PDF with a bound: what is packed is counted before it is unpacked, so that a small file cannot fill the memory.
/// </summary>
internal sealed class BoundedFilters : BaseFilterProvider
{
    // A page of text is some kilobytes, a font a few megabytes.
    private const long MostUnpacked = 128 * 1024 * 1024;

    public BoundedFilters()
        : this(new Budget(MostUnpacked)) { }

    private BoundedFilters(Budget budget)
        : base(Named(budget)) { }

    private static Dictionary<string, IFilter> Named(Budget budget)
    {
        Dictionary<string, IFilter> named = [];
        foreach (var (name, filter) in Known)
        {
            named[name] = filter switch
            {
                FlateFilter => new Flate(budget, filter),
                LzwFilter or RunLengthFilter => new Foreign(),
                _ => filter,
            };
        }

        return named;
    }

    // Pictures are named too, and never unpacked: only text is read.
    private static IEnumerable<(string Name, IFilter Filter)> Known =>
        [
            (NameToken.FlateDecode, new FlateFilter()),
            (NameToken.FlateDecodeAbbreviation, new FlateFilter()),
            (NameToken.Ascii85Decode, new Ascii85Filter()),
            (NameToken.Ascii85DecodeAbbreviation, new Ascii85Filter()),
            (NameToken.AsciiHexDecode, new AsciiHexDecodeFilter()),
            (NameToken.AsciiHexDecodeAbbreviation, new AsciiHexDecodeFilter()),
            (NameToken.LzwDecode, new LzwFilter()),
            (NameToken.LzwDecodeAbbreviation, new LzwFilter()),
            (NameToken.RunLengthDecode, new RunLengthFilter()),
            (NameToken.RunLengthDecodeAbbreviation, new RunLengthFilter()),
            (NameToken.CcittfaxDecode, new CcittFaxDecodeFilter()),
            (NameToken.CcittfaxDecodeAbbreviation, new CcittFaxDecodeFilter()),
            (NameToken.DctDecode, new DctDecodeFilter()),
            (NameToken.DctDecodeAbbreviation, new DctDecodeFilter()),
            (NameToken.Jbig2Decode, new Jbig2DecodeFilter()),
            (NameToken.JpxDecode, new JpxDecodeFilter()),
        ];

    private sealed class Budget(long left)
    {
        private long _left = left;

        public void Take(long bytes)
        {
            if ((_left -= bytes) < 0)
            {
                throw new UnreadableDocumentException(DocumentFault.TooLarge);
            }
        }
    }

    private sealed class Flate(Budget budget, IFilter inner) : IFilter
    {
        private const int Header = 2;

        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            Count(input);
            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        private void Count(Memory<byte> input)
        {
            // As the library does it: whatever the two bytes of the header say, and without a look at the checksum.
            using var packed = new MemoryStream(input[Math.Min(Header, input.Length)..].ToArray(), writable: false);
            using var unpacked = new DeflateStream(packed, CompressionMode.Decompress);
            var buffer = new byte[1 << 16];
            try
            {
                while (unpacked.Read(buffer) is > 0 and var read)
                {
                    budget.Take(read);
                }
            }
            catch (InvalidDataException)
            {
                // A torn stream unpacks to no more than was counted.
            }
        }
    }

    // Of the time before 1996; a byte of it can stand for thousands.
    private sealed class Foreign : IFilter
    {
        public bool IsSupported => true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex) =>
            throw new UnreadableDocumentException(DocumentFault.Torn);
    }
}
