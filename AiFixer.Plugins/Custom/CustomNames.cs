namespace AiFixer.Plugins.Custom;

internal static class CustomNames
{
    public const string Prefix = "custom.";

    /// <summary>Why a plugin of this name is refused; null when it is not.</summary>
    public static string? Problem(string name) => name.StartsWith(Prefix, StringComparison.Ordinal)
        ? null
        : $"{OutsideText.Line(name, 100)}: the name of a custom plugin begins with {Prefix}";
}
