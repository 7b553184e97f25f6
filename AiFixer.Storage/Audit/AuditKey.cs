using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;

namespace AiFixer.Storage.Audit;

/// <summary>A named key that signs checkpoints.</summary>
internal sealed class AuditKey(string name, ECDsa key) : IDisposable
{
    public string Name => name;

    public static string PathOf(string folder, string name) => Path.Combine(folder, name + ".pem");

    /// <summary>The key of this name; null when there is none.</summary>
    public static AuditKey? Find(string folder, string name)
    {
        var path = PathOf(folder, name);
        if (Path.GetFileName(name) != name || !File.Exists(path))
            return null;
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return new(name, key);
    }

    public static AuditKey FindOrMake(string folder, string name, ILogger logger) =>
        Find(folder, name) ?? Make(folder, name, logger);

    public Checkpoint Sign(Checkpoint checkpoint) => checkpoint with
    {
        Signature = Convert.ToBase64String(key.SignData(Content(checkpoint), HashAlgorithmName.SHA256)),
    };

    public bool Verify(Checkpoint checkpoint)
    {
        var signature = new byte[256];
        return Convert.TryFromBase64String(checkpoint.Signature, signature, out var length)
            && key.VerifyData(Content(checkpoint), signature.AsSpan(0, length), HashAlgorithmName.SHA256);
    }

    public void Dispose() => key.Dispose();

    private static AuditKey Make(string folder, string name, ILogger logger)
    {
        KeyFolder.Make(folder);
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var path = PathOf(folder, name);
        if (!KeyFolder.TryWrite(path, key.ExportPkcs8PrivateKeyPem()))
        {
            // Another process that shares the folder was faster.
            key.Dispose();
            return Find(folder, name)!;
        }

        logger.KeyMade(name, path);
        return new(name, key);
    }

    private static byte[] Content(Checkpoint c) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"aifixer checkpoint 1\n{c.Line}\n{c.Stream}\n{c.Seq}\n{c.Digest}\n{c.At.UtcTicks}\n{c.Key}\n{c.Previous}\n"));
}
