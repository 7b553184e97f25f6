namespace AiFixer.Plugins.Custom.Declared;

/// <summary>A plugin as a YAML file says it; docs/plugins.md is its reference.</summary>
internal sealed class DeclaredDocument
{
    public string Name { get; set; } = "";

    public string Description { get; set; } = "";

    public string Category { get; set; } = "diagnostic";

    public string Verb { get; set; } = "";

    public string Risk { get; set; } = "";

    public bool Idempotent { get; set; }

    public string Timeout { get; set; } = "30s";

    /// <summary>A JSON Schema.</summary>
    public object? Parameters { get; set; }

    public DeclaredHttp? Http { get; set; }

    public List<string>? Command { get; set; }

    public DeclaredAnswer Answer { get; set; } = new();

    public DeclaredTarget? Target { get; set; }

    public string BlastRadius { get; set; } = "";

    public DeclaredLook? Observe { get; set; }
}
