using System.Security.Cryptography;
using System.Text;

namespace Bot.Store.Tables;

/// <summary>
/// Which keys an import has brought so far and where: no key may come twice. A million of them are kept as marks of sixteen bytes, since
/// the texts themselves would take the memory that streaming saves.
/// </summary>
internal sealed class SeenKeys
{
    private readonly Dictionary<UInt128, (int File, int Line)> _places = [];
    private readonly List<string> _files = [];

    /// <summary>Takes a key; where it was there before, says where.</summary>
    public bool TryAdd(string key, string file, int line, out (string File, int Line) first)
    {
        if (_files.Count == 0 || _files[^1] != file)
        {
            _files.Add(file);
        }

        if (_places.TryAdd(Mark(key), (_files.Count - 1, line)))
        {
            first = (file, line);
            return true;
        }

        var place = _places[Mark(key)];
        first = (_files[place.File], place.Line);
        return false;
    }

    private static UInt128 Mark(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var length = Encoding.UTF8.GetByteCount(key);
        var bytes = length <= 512 ? stackalloc byte[length] : new byte[length];
        Encoding.UTF8.GetBytes(key, bytes);
        SHA256.HashData(bytes, hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
