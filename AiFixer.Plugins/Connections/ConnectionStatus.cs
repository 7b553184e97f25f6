namespace AiFixer.Plugins.Connections;

/// <summary>How one configured connection is doing.</summary>
/// <param name="Family">What it leads to, such as <c>kubernetes</c>.</param>
/// <param name="Name">Its configured name.</param>
/// <param name="State">Whether calls go out.</param>
/// <param name="Since">Since when it is so.</param>
/// <param name="LastError">The last failure to reach it; null when there was none since it last answered.</param>
/// <param name="RetryAt">When it is tried again; null unless it is open.</param>
public sealed record ConnectionStatus(
    string Family, string Name, CircuitState State, DateTimeOffset Since, string? LastError, DateTimeOffset? RetryAt);
