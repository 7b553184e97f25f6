using System.Collections.Immutable;
using AiFixer.Hosting.Configuration;

namespace AiFixer.Hosting.Settings;

/// <summary>Reads a list of the section <c>Policy:Fences</c>: one that is set to nothing is empty, and not the default.</summary>
internal static class FenceSettings
{
    private const string None = "none";

    public static ImmutableList<string> Read(SettingsReader fences, string name, ImmutableList<string> otherwise)
    {
        var values = fences.List(name);
        if (values.Count == 0)
            return fences.Has(name) ? [] : otherwise;
        if (values.Count == 1 && IsNone(values[0]))
            return [];
        if (values.Any(IsNone) || (fences.Table(name).Any() && fences.IsNothing(name)))
            fences.Problems.Add(fences.Key(name), "must be names or nothing, not both");
        return [.. values];
    }

    private static bool IsNone(string value) => value.Equals(None, StringComparison.OrdinalIgnoreCase);

    private static bool IsNothing(this SettingsReader fences, string name) => fences.IsEmpty(name) || IsNone(fences.Text(name, ""));
}
