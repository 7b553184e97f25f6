using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace AiFixer.Plugins;

/// <summary>A fingerprint of what a plan was made for, so that a change of that, and of nothing else, makes the plan stale.</summary>
internal static class PlanHash
{
    public static string Of(params (string Field, string? Value)[] fields)
    {
        var all = new JsonObject();
        foreach (var (field, value) in fields)
            all[field] = value;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToJsonString())));
    }
}
