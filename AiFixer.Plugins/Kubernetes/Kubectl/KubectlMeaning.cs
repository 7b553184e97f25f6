using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>What a command comes to: a plugin and its arguments.</summary>
internal sealed record KubectlMeaning(string Plugin, JsonObject Arguments)
{
    /// <summary>What the command is called, where the plugin it comes to is called otherwise.</summary>
    public string? Verb { get; init; }

    /// <summary>Only the names are wanted.</summary>
    public bool NamesOnly { get; init; }
}
