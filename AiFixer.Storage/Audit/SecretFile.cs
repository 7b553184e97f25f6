using System.Security.Cryptography;

namespace AiFixer.Storage.Audit;

/// <summary>A secret in base64 in a file that only its owner can read.</summary>
internal static class SecretFile
{
    private const int Most = 256;

    /// <summary>False when another process that shares the folder was faster.</summary>
    public static bool TryMake(string path, int bytes)
    {
        KeyFolder.Make(Path.GetDirectoryName(path)!);
        return KeyFolder.TryWrite(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes)));
    }

    /// <summary>Throws <see cref="StorageRefusedException"/> when it is none, or not as long as it has to be.</summary>
    public static byte[] Read(string path, int exactly = 0, int least = 0)
    {
        var secret = new byte[Most];
        var wanted = exactly > 0 ? $"{exactly} bytes" : $"{least} bytes or more";
        return Convert.TryFromBase64String(File.ReadAllText(path).Trim(), secret, out var length) && (exactly > 0 ? length == exactly : length >= least)
            ? secret[..length]
            : throw new StorageRefusedException($"{path} is not a key: it must have {wanted} in base64.");
    }
}
