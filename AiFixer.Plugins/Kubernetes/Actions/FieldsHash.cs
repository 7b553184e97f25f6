using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>A fingerprint of the fields an action touches, so that a change of them, and of nothing else, makes its plan stale.</summary>
internal static class FieldsHash
{
    public static string Of(string uid, params (string Field, string? Value)[] fields)
    {
        var all = new JsonObject { ["uid"] = uid };
        foreach (var (field, value) in fields)
            all[field] = value;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToJsonString())));
    }
}
