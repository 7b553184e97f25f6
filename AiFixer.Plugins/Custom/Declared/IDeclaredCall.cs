using System.Text.Json;

namespace AiFixer.Plugins.Custom.Declared;

/// <summary>What a file declares that is called: a request, or a command.</summary>
internal interface IDeclaredCall
{
    /// <summary>Configuration keys that are missing.</summary>
    IReadOnlyList<string> Missing { get; }

    /// <summary>What would be called with these arguments, or why it cannot be.</summary>
    (DeclaredOrder? Order, string? Error) Prepare(JsonElement arguments);

    /// <summary>Calls what only reads.</summary>
    Task<Asked> AskAsync(DeclaredOrder order, CancellationToken cancellationToken);

    /// <summary>Calls what changes something, once, while it may leave.</summary>
    Task<ExecuteResult> SendAsync(DeclaredOrder order, Func<bool> mayLeave, CancellationToken cancellationToken);
}
