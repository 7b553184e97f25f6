using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Who we are to a cluster: what goes into the Authorization header, and a certificate where one was handed out.</summary>
internal sealed record KubeIdentity(AuthenticationHeaderValue? Header, X509Certificate2? Certificate = null);
