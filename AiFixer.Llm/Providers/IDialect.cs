using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Llm.Providers.Transport;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Providers;

/// <summary>How one kind of provider speaks: pure translation, no I/O.</summary>
internal interface IDialect
{
    /// <summary>Its name in traces, as OpenTelemetry spells it.</summary>
    string System { get; }

    ToolNameRule Names { get; }

    /// <summary>Whether an answer can be forced into a schema while tools are offered.</summary>
    bool SchemaWithTools { get; }

    /// <summary>How a streamed answer is framed.</summary>
    StreamFraming Framing { get; }

    Uri Address(bool stream);

    /// <summary>Where the provider lists its models: it costs nothing and needs the key.</summary>
    Uri Models { get; }

    void Authorize(HttpRequestHeaders headers);

    JsonObject Write(WireRequest request);

    /// <summary>Reads a whole answer.</summary>
    /// <exception cref="ProviderException">It is none.</exception>
    ChatResponse Read(JsonElement body);

    /// <summary>Puts the pieces of a streamed answer together into what would have come at once.</summary>
    IStreamFold Fold();

    ProviderFault Fault(int status, HttpResponseHeaders headers, string body);
}
