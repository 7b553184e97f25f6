using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Llm.Providers.Transport;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Providers.Gemini;

/// <summary>Gemini's generateContent.</summary>
internal sealed class GeminiDialect(ProviderOptions options) : IDialect
{
    private readonly GeminiRequest writer = new(options);

    public string System => "gcp.gemini";

    public ToolNameRule Names { get; } = new(63, "-");

    /// <summary>Older models refuse tools together with an answer in JSON.</summary>
    public bool SchemaWithTools => false;

    public StreamFraming Framing => StreamFraming.Events;

    public Uri Models => Below($"models/{Uri.EscapeDataString(options.Model)}");

    public Uri Address(bool stream) =>
        Below($"models/{Uri.EscapeDataString(options.Model)}:{(stream ? "streamGenerateContent?alt=sse" : "generateContent")}");

    /// <summary>Not in the address, which ends up in logs.</summary>
    public void Authorize(HttpRequestHeaders headers)
    {
        if (options.ApiKey is { } key)
            headers.Add("x-goog-api-key", key);
    }

    public JsonObject Write(WireRequest request) => writer.Write(request);

    public ChatResponse Read(JsonElement body) => new GeminiReply(options.Name).Read(body);

    public IStreamFold Fold() => new GeminiFold();

    public ProviderFault Fault(int status, HttpResponseHeaders headers, string body) => GeminiFaults.Of(status, body);

    private Uri Below(string path)
    {
        var address = options.BaseUrl.AbsoluteUri.TrimEnd('/');
        var versioned = options.BaseUrl.Segments.Any(segment => segment.TrimEnd('/') is ['v', >= '0' and <= '9', ..]);
        return new($"{address}/{(versioned ? "" : "v1beta/")}{path}");
    }
}
