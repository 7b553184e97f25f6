using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AiFixer.Tests.Plugins.Kubernetes;

/// <summary>A certificate nobody trusts.</summary>
internal static class TestCertificate
{
    public static (string Certificate, string Key) Create(DateTimeOffset? until = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var end = until ?? TimeProvider.System.GetUtcNow().AddDays(1);
        using var certificate = request.CreateSelfSigned(end.AddDays(-2), end);
        return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }
}
