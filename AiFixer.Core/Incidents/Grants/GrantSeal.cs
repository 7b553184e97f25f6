using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AiFixer.Core.Incidents;

/// <summary>Signs grants, and tells whether one is as it was signed, for this incident.</summary>
internal static class GrantSeal
{
    public static Grant Sign(Grant grant, IncidentId incident, GrantKeys keys)
    {
        if (keys.Signing is not { } key)
            return grant;
        var named = grant with { Key = key.Name };
        return named with { Signature = Convert.ToBase64String(Mac(named, incident, key)) };
    }

    public static bool IsWhole(Grant grant, IncidentId incident, GrantKeys keys)
    {
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return keys.Find(grant.Key) is { } key
            && Convert.TryFromBase64String(grant.Signature ?? "", signature, out var length)
            && CryptographicOperations.FixedTimeEquals(signature[..length], Mac(grant, incident, key));
    }

    private static byte[] Mac(Grant grant, IncidentId incident, GrantKey key) =>
        HMACSHA256.HashData(key.Secret, Encoding.UTF8.GetBytes(Content(grant, incident)));

    /// <summary>Each part with its length: no two grants have the same content.</summary>
    private static string Content(Grant grant, IncidentId incident)
    {
        var content = new StringBuilder("aifixer grant 1\n");
        foreach (var part in Parts(grant, incident))
            content.Append(CultureInfo.InvariantCulture, $"{(part is null ? "-" : part.Length.ToString(CultureInfo.InvariantCulture))}:{part}\n");
        return content.ToString();
    }

    private static IEnumerable<string?> Parts(Grant grant, IncidentId incident)
    {
        string?[] own =
        [
            incident.Value, grant.Id, grant.ActionId, grant.Request.Plugin, grant.Request.Arguments,
            grant.Target.Connection, grant.Target.Kind, grant.Target.Namespace, grant.Target.Name, grant.Target.Uid,
            grant.FieldsHash, grant.PlanDigest, grant.PolicyVersion, grant.Automatic ? "automatic" : "approved",
            grant.ExpiresAt.UtcTicks.ToString(CultureInfo.InvariantCulture), grant.Key,
        ];
        return own.Concat(Names(grant.ApprovedBy)).Concat((grant.Approvers ?? []).SelectMany(Names));
    }

    private static IEnumerable<string?> Names(Person? person) => [person?.Id, person?.Name, person?.Role.ToString()];
}
