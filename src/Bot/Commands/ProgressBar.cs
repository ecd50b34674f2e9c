using System.Globalization;
using Bot.Store.Tables;

namespace Bot.Commands;

/// <summary>How much of the files has been read, on the terminal's error stream; nothing where that is not a terminal.</summary>
internal sealed class ProgressBar
{
    private const int Width = 30;

    private readonly Dictionary<string, long> _read = [];
    private readonly long _total;
    private int _shown = -1;

    private ProgressBar(long total) => _total = total;

    /// <summary>The same files, which report as they are read.</summary>
    public static IReadOnlyList<ImportFile> Over(IReadOnlyList<ImportFile> files)
    {
        if (Console.IsErrorRedirected)
        {
            return files;
        }

        var bar = new ProgressBar(files.Sum(file => Length(file.Open)));
        return [.. files.Select(file => file with { Open = () => new ReportingStream(file.Open(), at => bar.Show(file.Name, at)) })];
    }

    // A file is opened for its header first and then again: what counts is how far it was read.
    private void Show(string file, long at)
    {
        _read[file] = Math.Max(_read.GetValueOrDefault(file), at);
        var percent = _total == 0 ? 100 : (int)Math.Min(100, _read.Values.Sum() * 100 / _total);
        if (percent == _shown)
        {
            return;
        }

        _shown = percent;
        var filled = new string('#', percent * Width / 100).PadRight(Width, '.');
        Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{filled}] {percent, 3}%{(percent == 100 ? "\n" : "")}"));
    }

    private static long Length(Func<Stream> open)
    {
        using var stream = open();
        return stream.Length;
    }

    private sealed class ReportingStream(Stream inner, Action<long> report) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => inner.CanSeek;

        public override bool CanWrite => false;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            report(inner.Position);
            return read;
        }

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            report(inner.Position);
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
