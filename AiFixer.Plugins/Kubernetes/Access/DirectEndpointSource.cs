namespace AiFixer.Plugins.Kubernetes;

/// <summary>A server named in the options, or the cluster this runs in.</summary>
internal sealed class DirectEndpointSource(Func<KubeEndpoint> make) : IEndpointSource
{
    private readonly Lock gate = new();
    private KubeEndpoint? endpoint;

    public KubeEndpoint Current()
    {
        lock (gate)
            return endpoint ??= make();
    }

    public static DirectEndpointSource Server(KubernetesConnectionOptions options, TimeProvider time) => new(() => new(
        new(options.Server!),
        new(
            string.IsNullOrEmpty(options.CertificateAuthority)
                ? null
                : Pem.Authorities(Pem.Read(options.CertificateAuthority), options.CertificateAuthority),
            string.IsNullOrEmpty(options.ClientCertificate)
                ? null
                : Pem.Client(Pem.Read(options.ClientCertificate), Pem.Read(options.ClientKey!), options.ClientCertificate),
            string.IsNullOrEmpty(options.TlsServerName) ? null : options.TlsServerName,
            options.InsecureSkipTlsVerify),
        Credential(options, time)));

    private static ICredential Credential(KubernetesConnectionOptions options, TimeProvider time) => options switch
    {
        { TokenFile.Length: > 0 } => new TokenFileCredential(options.TokenFile, time),
        { Token.Length: > 0 } => FixedCredential.Bearer(options.Token),
        _ => FixedCredential.None,
    };
}
