using System.Net.Http.Headers;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>One request to a cluster's API.</summary>
/// <param name="Method">What is to be done.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Body">What is sent, to the byte.</param>
/// <param name="ContentType">What the body is.</param>
/// <param name="ActionId">The action it is sent for, named in the cluster's audit log.</param>
internal sealed record KubeRequest(
    HttpMethod Method, string Path, byte[]? Body = null, string? ContentType = null, string? ActionId = null)
{
    /// <summary>Reads and dry runs change nothing, so they may be sent again.</summary>
    public bool ChangesNothing { get; init; }

    /// <summary>Asked right before it leaves.</summary>
    public Func<bool> MayLeave { get; init; } = static () => true;

    public static KubeRequest Get(string path) => new(HttpMethod.Get, path) { ChangesNothing = true };

    public HttpRequestMessage ToMessage(KubeEndpoint endpoint, AuthenticationHeaderValue? credential, TrackedContent? content)
    {
        var message = new HttpRequestMessage(Method, endpoint.Locate(Path)) { Content = content };
        // .NET takes the name for TLS from here.
        message.Headers.Host = endpoint.Tls.ServerName;
        message.Headers.Authorization = credential;
        message.Headers.Accept.Add(new(Path.Contains("/log?", StringComparison.Ordinal) ? "*/*" : "application/json"));
        message.Headers.UserAgent.Add(UserAgent.Value);
        if (ActionId is not null)
            message.Headers.Add("X-AiFixer-Action", ActionId);
        return message;
    }
}
