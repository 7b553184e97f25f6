using System.Globalization;
using AiFixer.Plugins.Checks;
using AiFixer.Storage;

namespace AiFixer.Gateway.Commands.Doctor;

/// <summary>Whether the store is encrypted, and whether its key is here.</summary>
internal static class SealingFinding
{
    private const string Subject = "encryption";

    public static Finding Of(SealingState? state) => state switch
    {
        null => new(Subject, FindingState.NotConfigured, "what is written to the store is in clear", "set Storage:Sealing=on; see docs/backup.md, \"Encryption\""),
        { Problem: { } problem } => new(Subject, FindingState.Broken, problem, "put the key's file there; see docs/backup.md, \"Another key\""),
        { IsWhole: false } => new(Subject, FindingState.Fine, $"with the key {state.Key}; older rows are still being encrypted with it"),
        _ => new(Subject, FindingState.Fine, string.Create(CultureInfo.InvariantCulture, $"with the key {state.Key}, since {state.Since:yyyy-MM-dd}")),
    };
}
