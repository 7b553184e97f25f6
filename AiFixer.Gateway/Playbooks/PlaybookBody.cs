using System.ComponentModel.DataAnnotations;

namespace AiFixer.Gateway.Playbooks;

/// <summary>A playbook, or the rules of classes, as YAML; docs/playbooks.md is its reference.</summary>
internal sealed record PlaybookBody
{
    /// <summary>The text. JSON is YAML too.</summary>
    [Required]
    public string? Yaml { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }
}
