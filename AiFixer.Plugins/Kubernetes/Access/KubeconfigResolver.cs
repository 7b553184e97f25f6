using System.Security.Cryptography.X509Certificates;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Turns a kubeconfig's cluster and user into something to connect with.</summary>
internal static class KubeconfigResolver
{
    public static KubeEndpoint Endpoint(FromFile<KubeconfigCluster> cluster, FromFile<KubeconfigUser> user, TimeProvider time)
    {
        var server = Address(cluster.Value.Server, "server");
        var credential = Credential(cluster, user, time);
        if (KubeEndpoint.WouldLeak(server, !ReferenceEquals(credential, FixedCredential.None)))
            throw new KubeAccessException($"{server} is not https: credentials are not sent there");
        var tls = new KubeTls(
            Authorities(cluster), Client(user), Set(cluster.Value.TlsServerName), cluster.Value.InsecureSkipTlsVerify);
        return new(server, tls, credential, Set(cluster.Value.ProxyUrl) is { } proxy ? Address(proxy, "proxy-url") : null);
    }

    private static Uri Address(string? text, string setting) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
            ? address
            : throw new KubeAccessException($"the kubeconfig's {setting} is not an address");

    private static X509Certificate2Collection? Authorities(FromFile<KubeconfigCluster> cluster) =>
        cluster.Text(cluster.Value.CertificateAuthorityData, cluster.Value.CertificateAuthority, "certificate-authority-data") is { } pem
            ? Pem.Authorities(pem, "the kubeconfig's certificate-authority")
            : null;

    private static X509Certificate2? Client(FromFile<KubeconfigUser> user)
    {
        var certificate = user.Text(user.Value.ClientCertificateData, user.Value.ClientCertificate, "client-certificate-data");
        var key = user.Text(user.Value.ClientKeyData, user.Value.ClientKey, "client-key-data");
        if (certificate is null && key is null)
            return null;
        return Pem.Client(certificate ?? "", key ?? "", "the kubeconfig's client-certificate");
    }

    private static ICredential Credential(FromFile<KubeconfigCluster> cluster, FromFile<KubeconfigUser> user, TimeProvider time) => user.Value switch
    {
        { Impersonate.Length: > 0 } => throw new KubeAccessException("the kubeconfig's user impersonates another, which is not supported"),
        { TokenFile.Length: > 0 } u => new TokenFileCredential(user.Locate(u.TokenFile), time),
        { Token.Length: > 0 } u => FixedCredential.Bearer(u.Token),
        { Username.Length: > 0 } u => FixedCredential.Basic(u.Username, u.Password),
        { Exec: { } exec } => new ExecCredential(ExecSettings.Of(exec, cluster, user.Folder), time),
        { AuthProvider: not null } => throw new KubeAccessException("the kubeconfig's user has an auth-provider, which is not supported: use a service account's token"),
        _ => FixedCredential.None,
    };

    private static string? Set(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
