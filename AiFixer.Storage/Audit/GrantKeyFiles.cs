using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace AiFixer.Storage.Audit;

/// <summary>The secrets that sign grants, in the folder of keys: shared by every process that shares the folder.</summary>
public static class GrantKeyFiles
{
    private const string Ending = ".grant";
    private const int Bytes = 32;

    /// <summary>All there are, the named one first; it is made when there is none of this name.</summary>
    public static IReadOnlyList<(string Name, byte[] Secret)> FindOrMake(StorageOptions options, string name, ILogger logger)
    {
        var path = Path.Combine(options.Keys, name + Ending);
        if (!File.Exists(path) && SecretFile.TryMake(path, Bytes))
            logger.GrantKeyMade(name, path);
        var all = Directory.EnumerateFiles(options.Keys, "*" + Ending).Select(Path.GetFileNameWithoutExtension).OfType<string>();
        return [.. all.OrderBy(one => one != name).ThenBy(one => one, StringComparer.Ordinal).Select(one => Read(options.Keys, one))];
    }

    /// <summary>Keys of one name in two folders are two keys: part of its hash tells them apart.</summary>
    private static (string Name, byte[] Secret) Read(string folder, string name)
    {
        var secret = SecretFile.Read(Path.Combine(folder, name + Ending), least: Bytes);
        return ($"{name}:{Convert.ToHexStringLower(SHA256.HashData(secret).AsSpan(0, 4))}", secret);
    }
}
