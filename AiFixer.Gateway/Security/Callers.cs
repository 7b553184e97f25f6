using System.Security.Cryptography;
using System.Text;
using AiFixer.Core.Incidents;
using AiFixer.Gateway.Options;

namespace AiFixer.Gateway.Security;

/// <summary>Who asks, as far as the key in the request's header tells.</summary>
internal sealed class Callers(GatewayOptions options, KeyRing keys)
{
    private static readonly Person Local = new("local", "local", PersonRole.Admin);
    private static readonly Person Alertmanager = new("alertmanager", "Alertmanager", PersonRole.Operator);
    private readonly byte[]? _secret = options.AlertmanagerToken is { } token ? Hash(token) : null;

    /// <summary>Where senders have no secret of their own they use what everybody else uses, and with keys they always may.</summary>
    public bool SendersMayUseKeys => _secret is null || !keys.IsEmpty;

    /// <summary>The owner of the key, or the local person when there are no keys.</summary>
    public Person? ByKey(HttpRequest request)
    {
        if (keys.IsEmpty)
            return Local;
        return BearerToken.Of(request) is { } token && keys.Find(token) is { } key ? KeyRing.Person(key) : null;
    }

    /// <summary>The sender that this secret belongs to. Compared in constant time.</summary>
    public Person? BySecret(HttpRequest request) =>
        _secret is not null && BearerToken.Of(request) is { } token && CryptographicOperations.FixedTimeEquals(Hash(token), _secret)
            ? Alertmanager
            : null;

    public Person? Sender(HttpRequest request) => BySecret(request) ?? (SendersMayUseKeys ? ByKey(request) : null);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
