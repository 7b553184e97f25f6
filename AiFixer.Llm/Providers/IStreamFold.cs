using System.Text.Json;
using System.Text.Json.Nodes;

namespace AiFixer.Llm.Providers;

/// <summary>Puts a streamed answer together.</summary>
internal interface IStreamFold
{
    /// <exception cref="ProviderException">The provider says in the stream that it failed.</exception>
    void Add(JsonElement piece);

    /// <summary>Whether the provider said that this is all.</summary>
    bool IsComplete { get; }

    JsonObject Whole();
}
