using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Llm.Providers.Transport;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Providers.Ollama;

/// <summary>Ollama's own chat, which unlike its OpenAI-like one lets us say how much the model may read.</summary>
internal sealed class OllamaDialect(ProviderOptions options) : IDialect
{
    private readonly OllamaRequest writer = new(options);

    public string System => "ollama";

    public ToolNameRule Names { get; } = new(64, "-");

    /// <summary>A schema binds every token, so that no tool could be called any more.</summary>
    public bool SchemaWithTools => false;

    public StreamFraming Framing => StreamFraming.Lines;

    public Uri Models => Below("tags");

    public Uri Address(bool stream) => Below("chat");

    /// <summary>Ollama itself wants no key; a proxy before it may.</summary>
    public void Authorize(HttpRequestHeaders headers)
    {
        if (options.ApiKey is { } key)
            headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public JsonObject Write(WireRequest request) => writer.Write(request);

    public ChatResponse Read(JsonElement body) => OllamaReply.Read(body);

    public IStreamFold Fold() => new OllamaFold();

    public ProviderFault Fault(int status, HttpResponseHeaders headers, string body) =>
        StatusFaults.Of(status, (Wire.TryParse(body) ?? default).At("error").Text() ?? body);

    private Uri Below(string path) => new($"{options.BaseUrl.AbsoluteUri.TrimEnd('/')}/api/{path}");
}
