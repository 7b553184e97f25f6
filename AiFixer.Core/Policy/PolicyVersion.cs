using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace AiFixer.Core.Policy;

/// <summary>Names a policy: what its rules mean and every option they go by. A grant says under which it was given.</summary>
public static class PolicyVersion
{
    /// <summary>To be raised whenever the meaning of a rule changes.</summary>
    private const string Rules = "3";

    /// <summary>Options are never changed, only replaced, and every decision asks.</summary>
    private static readonly ConditionalWeakTable<PolicyOptions, string> Known = [];

    public static string Of(PolicyOptions options) => Known.GetValue(options, Made);

    private static string Made(PolicyOptions options)
    {
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(options, PolicyJsonContext.Default.PolicyOptions));
        return $"{Rules}-{Convert.ToHexStringLower(hash.AsSpan(0, 8))}";
    }
}
