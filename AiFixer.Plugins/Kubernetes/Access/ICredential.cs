namespace AiFixer.Plugins.Kubernetes;

/// <summary>Where our identity comes from.</summary>
internal interface ICredential
{
    /// <exception cref="KubeAccessException">There is none to be had.</exception>
    ValueTask<KubeIdentity> GetAsync(CancellationToken cancellationToken);

    /// <summary>The server refused it: fetch it anew next time. False when that cannot help.</summary>
    bool Forget();
}
