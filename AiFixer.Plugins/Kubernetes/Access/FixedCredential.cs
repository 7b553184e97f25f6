using System.Net.Http.Headers;
using System.Text;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>A credential that never changes.</summary>
internal sealed class FixedCredential(AuthenticationHeaderValue? header) : ICredential
{
    private readonly KubeIdentity identity = new(header);

    public static FixedCredential None { get; } = new(null);

    public static FixedCredential Bearer(string token) => new(new("Bearer", token));

    public static FixedCredential Basic(string user, string? password) =>
        new(new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))));

    public ValueTask<KubeIdentity> GetAsync(CancellationToken cancellationToken) => new(identity);

    public bool Forget() => false;
}
