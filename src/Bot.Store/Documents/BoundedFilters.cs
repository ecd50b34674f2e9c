using System.IO.Compression;
using Bot.Indicators.Proposals;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Bot.Store.Documents;

/// <summary>
/// The filters of a PDF with a bound: what is packed is counted before it is unpacked, so that a small file cannot fill the memory, and
/// what a page draws is counted each time it is drawn, so that forms within forms cannot keep a reader busy.
/// </summary>
internal sealed class BoundedFilters : IFilterProvider
{
    // A page of text is some kilobytes, a font a few megabytes.
    private const long MostUnpacked = 128 * 1024 * 1024;
    private const long MostOnPage = 4 * 1024 * 1024;

    // Even an empty form takes its time to be drawn.
    private const int LeastForm = 256;

    private readonly Budget _whole = new(MostUnpacked);
    private readonly CancellationToken _cancellationToken;
    private readonly Filters _filters;
    private Budget _page = new(MostUnpacked);

    public BoundedFilters(CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        _filters = new Filters(Named());
    }

    /// <summary>What is drawn from here on is of another page.</summary>
    public void NextPage() => _page = new(MostOnPage);

    /// <summary>Asked for before any stream is read, packed or not.</summary>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (IsDrawn(dictionary))
        {
            _page.Take(Math.Max(LeastForm, dictionary.TryGet(NameToken.Length, out NumericToken length) ? length.Int : 0));
        }

        return _filters.GetFilters(dictionary);
    }

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => _filters.GetNamedFilters(names);

    public IReadOnlyList<IFilter> GetAllFilters() => _filters.GetAllFilters();

    // Fonts say their length unpacked or what they are, pictures what they are; what draws is a form or says nothing.
    private static bool IsDrawn(DictionaryToken dictionary) =>
        dictionary.TryGet(NameToken.Subtype, out NameToken kind)
            ? kind == NameToken.Form
            : !dictionary.ContainsKey(NameToken.Length1) && !dictionary.ContainsKey(NameToken.Type);

    private void Take(long bytes, DictionaryToken of)
    {
        _whole.Take(bytes);
        if (IsDrawn(of))
        {
            _page.Take(bytes);
        }
    }

    private sealed class Filters(Dictionary<string, IFilter> named) : BaseFilterProvider(named);

    private Dictionary<string, IFilter> Named()
    {
        Dictionary<string, IFilter> named = [];
        foreach (var (name, filter) in Known)
        {
            named[name] = filter switch
            {
                FlateFilter => new Flate(this, filter),
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

    private sealed class Flate(BoundedFilters bounds, IFilter inner) : IFilter
    {
        private const int Header = 2;

        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            Count(input, streamDictionary);
            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }

        private void Count(Memory<byte> input, DictionaryToken of)
        {
            // As the library does it: whatever the two bytes of the header say, and without a look at the checksum.
            using var packed = new MemoryStream(input[Math.Min(Header, input.Length)..].ToArray(), writable: false);
            using var unpacked = new DeflateStream(packed, CompressionMode.Decompress);
            var buffer = new byte[1 << 16];
            try
            {
                while (unpacked.Read(buffer) is > 0 and var read)
                {
                    bounds.Take(read, of);
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
