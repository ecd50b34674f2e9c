using System.Globalization;
using Bot.Store.Tables;

namespace Bot.Commands;

/// <summary>How much of the files has been read, on a terminal; nothing where there is none.</summary>
internal sealed class ProgressBar : IDisposable
{
    private const int Width = 30;

    private readonly Dictionary<string, long> _read = [];
    private readonly TextWriter? _terminal;
    private readonly long _total;
    private int _shown = -1;

    public ProgressBar(IReadOnlyList<ImportFile> files, TextWriter? terminal)
    {
        _terminal = terminal;
        _total = terminal is null ? 0 : files.Sum(file => Length(file.Open));
        Files = terminal is null
            ? files
            : [.. files.Select(file => file with { Open = () => new ReportingStream(file.Open(), read => Show(file.Name, read)) })];
    }

    /// <summary>The same files, which report as they are read.</summary>
    public IReadOnlyList<ImportFile> Files { get; }

    /// <summary>Ends the line, so that what is printed next stands by itself.</summary>
    public void Dispose()
    {
        if (_shown is >= 0 and < 100)
        {
            _terminal!.WriteLine();
        }
    }

    // A file is opened for its header first and then again: what counts is how much was read at once. A workbook begins at its end.
    private void Show(string file, long read)
    {
        _read[file] = Math.Max(_read.GetValueOrDefault(file), read);
        var percent = _total == 0 ? 100 : (int)Math.Min(100, _read.Values.Sum() * 100 / _total);
        if (percent <= _shown)
        {
            return;
        }

        _shown = percent;
        var filled = new string('#', percent * Width / 100).PadRight(Width, '.');
        _terminal!.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{filled}] {percent, 3}%{(percent == 100 ? "\n" : "")}"));
    }

    private static long Length(Func<Stream> open)
    {
        using var stream = open();
        return stream.Length;
    }

    private sealed class ReportingStream(Stream inner, Action<long> report) : Stream
    {
        private long _all;

        public override bool CanRead => true;

        public override bool CanSeek => inner.CanSeek;

        public override bool CanWrite => false;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        public override int Read(byte[] buffer, int offset, int count) => Told(inner.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => Told(inner.Read(buffer));

        private int Told(int read)
        {
            report(_all += read);
            return read;
        }

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void Flush() => inner.Flush();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
