using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace AiFixer.Plugins.Http;

/// <summary>Sockets to a service: its certificate verified, no redirects, no cookies, and no proxy that nobody configured here.</summary>
internal static class HttpSockets
{
    public static SocketsHttpHandler For(HttpConnectionOptions options) => new()
    {
        SslOptions = Tls(options),
        UseProxy = false,
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(1),
        AutomaticDecompression = DecompressionMethods.GZip,
    };

    [SuppressMessage("Security", "CA5359", Justification = "Only where the configuration asks for it by name.")]
    private static SslClientAuthenticationOptions Tls(HttpConnectionOptions options)
    {
        var tls = new SslClientAuthenticationOptions();
        if (!string.IsNullOrEmpty(options.CertificateAuthority))
            tls.CertificateChainPolicy = Trusting(options.CertificateAuthority);
        if (options.InsecureSkipTlsVerify)
            tls.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
        return tls;
    }

    /// <summary>An authority of one's own publishes no revocation lists.</summary>
    private static X509ChainPolicy Trusting(string authorities)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(authorities);
        return policy;
    }
}
