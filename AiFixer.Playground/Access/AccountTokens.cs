using System.Security.Cryptography;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Access;

/// <summary>Tokens that were handed out for service accounts. One ends with its time and with its account.</summary>
internal sealed class AccountTokens(ObjectStore store)
{
    private readonly Dictionary<string, Given> given = new(StringComparer.Ordinal);

    public string Give(StoredObject account, DateTimeOffset until)
    {
        var token = $"practice-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}";
        given[token] = new(account.Namespace, account.Name, account.Uid, until);
        return token;
    }

    public bool Knows(string token) => given.ContainsKey(token);

    /// <summary>Null when it is none of these, or none any more.</summary>
    public Caller? Find(string token, DateTimeOffset now) =>
        given.TryGetValue(token, out var found) && found.Until > now && store.ByUid(found.Uid) is not null ? Caller.Account(found.Namespace, found.Name) : null;

    private sealed record Given(string Namespace, string Name, string Uid, DateTimeOffset Until);
}
