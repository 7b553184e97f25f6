using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>How the server is verified and, with a client certificate, how we prove who we are.</summary>
internal sealed record KubeTls(
    X509Certificate2Collection? Authorities = null, X509Certificate2? Client = null, string? ServerName = null, bool SkipVerify = false)
{
    public static KubeTls System { get; } = new();

    [SuppressMessage("Security", "CA5359", Justification = "Only where the configuration asks for it by name.")]
    public SslClientAuthenticationOptions ToOptions()
    {
        var options = new SslClientAuthenticationOptions();
        if (Client is not null)
            options.ClientCertificates = [Client];
        if (Authorities is not null)
            options.CertificateChainPolicy = Policy(Authorities);
        if (SkipVerify)
            options.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
        return options;
    }

    /// <summary>A cluster's own authority publishes no revocation lists.</summary>
    private static X509ChainPolicy Policy(X509Certificate2Collection authorities)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.AddRange(authorities);
        return policy;
    }
}
