using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Bot.Store;
using Microsoft.Extensions.Options;

namespace Bot.Charts;

/// <summary>
/// The key that addresses of charts are signed with. It lives as long as the store, so that a restart breaks no picture: beside a
/// SQLite file, and on PostgreSQL derived from the secret that all instances share.
/// </summary>
internal sealed class ChartKey(IOptions<StoreOptions> store)
{
    private const int Bytes = 32;
    private const string FileName = "charts.key";

    private readonly Lazy<byte[]> _value = new(() => Take(store.Value));

    public byte[] Value => _value.Value;

    private static byte[] Take(StoreOptions store)
    {
        var connection = new DbConnectionStringBuilder { ConnectionString = store.ConnectionString };
        return connection.TryGetValue("Data Source", out var file) && Path.GetDirectoryName(Path.GetFullPath((string)file)) is { } folder
            ? Beside(folder)
            : HKDF.DeriveKey(
                HashAlgorithmName.SHA256,
                Encoding.UTF8.GetBytes(store.ConnectionString),
                Bytes,
                info: Encoding.UTF8.GetBytes(FileName)
            );
    }

    private static byte[] Beside(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(folder);
            Write(path, RandomNumberGenerator.GetBytes(Bytes));
        }

        return File.ReadAllBytes(path);
    }

    // Two processes may start on one store: a key appears whole, and the first one stays.
    private static void Write(string path, byte[] key)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var draft = $"{path}.{Guid.NewGuid():N}";
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(key);
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}
