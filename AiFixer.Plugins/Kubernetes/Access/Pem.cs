using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Certificates from PEM text.</summary>
internal static class Pem
{
    public static X509Certificate2Collection Authorities(string pem, string from)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(pem);
        }
        catch (CryptographicException e)
        {
            throw new KubeAccessException($"{from} holds no usable certificate", e);
        }

        return authorities.Count > 0 ? authorities : throw new KubeAccessException($"{from} holds no certificate");
    }

    public static X509Certificate2 Client(string certificate, string key, string from)
    {
        try
        {
            return X509Certificate2.CreateFromPem(certificate, key);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new KubeAccessException($"{from} holds no usable certificate and key", e);
        }
    }

    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KubeAccessException($"{path} cannot be read: {e.Message}", e);
        }
    }
}
