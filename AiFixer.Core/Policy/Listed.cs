using System.Collections.Immutable;

namespace AiFixer.Core.Policy;

/// <summary>Names for people.</summary>
internal static class Listed
{
    public static string Of(ImmutableList<string> names) => names.IsEmpty ? "nothing" : string.Join(", ", names);
}
