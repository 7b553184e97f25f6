using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace AiFixer.Gateway.Exceptions;

/// <summary>An exception as a job posts it.</summary>
internal sealed record PostedException
{
    /// <summary>The job's name.</summary>
    [Required]
    [JsonPropertyName("task_name")]
    public string? TaskName { get; init; }

    /// <summary>The exception's type, or an error class such as DNS_FAIL; found from the rest when it is missing.</summary>
    [JsonPropertyName("error_type")]
    public string? ErrorType { get; init; }

    [Required]
    public string? Message { get; init; }

    /// <summary>The end of a long one is kept.</summary>
    public string? Traceback { get; init; }

    /// <summary>Such as P1, critical or warning; P2 when it is missing.</summary>
    public string? Severity { get; init; }

    /// <summary>What the job belongs to.</summary>
    public string? Service { get; init; }
}
