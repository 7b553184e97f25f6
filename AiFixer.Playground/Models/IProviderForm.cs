using System.Text.Json.Nodes;

namespace AiFixer.Playground.Models;

/// <summary>How one provider writes requests and answers.</summary>
internal interface IProviderForm
{
    /// <summary>Whether a request is for it, by method and path.</summary>
    bool Takes(string path);

    ModelRequest Read(HttpRequest request, JsonObject body);

    /// <summary>Why the provider itself would not take it; null when it would.</summary>
    string? Refusal(HttpRequest request, JsonObject body);

    JsonObject Answer(ModelRequest request, ModelStep step);

    /// <summary>The same in pieces, framed as they are sent.</summary>
    IEnumerable<string> Pieces(ModelRequest request, ModelStep step);

    JsonObject Error(ModelError error);

    /// <summary>The error as a piece of a stream.</summary>
    string ErrorPiece(ModelError error);

    string StreamType { get; }

    /// <summary>Whether it says in a header how long to stay away.</summary>
    bool RetryInHeader { get; }
}
