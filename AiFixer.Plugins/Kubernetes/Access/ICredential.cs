using System.Net.Http.Headers;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>What goes into the Authorization header.</summary>
internal interface ICredential
{
    /// <summary>The header's value; null when there is none to send.</summary>
    ValueTask<AuthenticationHeaderValue?> GetAsync(CancellationToken cancellationToken);

    /// <summary>The server refused it: fetch it anew next time. False when that cannot help.</summary>
    bool Forget();
}
