namespace AiFixer.Gateway.Pages;

/// <summary>Where a form may lead to.</summary>
internal static class OurAddress
{
    /// <summary>An address of ours; anything else leads to the list.</summary>
    public static string Of(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.AsSpan().ContainsAnyInRange('\0', '\u001F') ? address : "/";
}
