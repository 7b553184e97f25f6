namespace AiFixer.Plugins.Custom.Declared;

/// <summary>What a remediation acts on.</summary>
internal sealed class DeclaredTarget
{
    public string Kind { get; set; } = "";

    public string Namespace { get; set; } = "";

    public string Name { get; set; } = "";
}
