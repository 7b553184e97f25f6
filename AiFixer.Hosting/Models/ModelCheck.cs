using System.Net;
using System.Text.Json;
using AiFixer.Core.Alerts;
using AiFixer.Llm.Providers;
using AiFixer.Plugins.Checks;

namespace AiFixer.Hosting.Models;

/// <summary>Asks a provider which models it has: that needs the key and costs nothing.</summary>
internal sealed class ModelCheck(HttpClient http, ProviderOptions options, IDialect dialect, TimeProvider time) : IConnectionCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public string Subject => $"model {options.Label}";

    public async Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, dialect.Models);
            dialect.Authorize(request.Headers);
            using var response = await http.SendAsync(request, both.Token);
            return Of(response.StatusCode, await response.Content.ReadAsStringAsync(both.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Broken($"{options.BaseUrl.Host} did not answer in time", "check whether a firewall or a proxy drops what we send");
        }
        catch (HttpRequestException e)
        {
            return Broken(TextCleaner.Line(e.GetBaseException().Message, 200), "check its BaseUrl, the name it has in DNS from here, and whether we are let through");
        }
    }

    private Finding Of(HttpStatusCode status, string body) => (int)status switch
    {
        >= 200 and < 300 when Lists(body) => new(Subject, FindingState.Fine, $"answers at {options.BaseUrl.Host}"),
        >= 200 and < 300 => new(Subject, FindingState.Limited, $"{options.BaseUrl.Host} answers, and {options.Model} is not among its models", "spell its Model as the provider does, or load it there"),
        400 or 401 or 403 => Broken($"{options.BaseUrl.Host} refuses the key ({(int)status})", "set its ApiKey to one that may use the model"),
        404 => Broken($"{options.BaseUrl.Host} has no such model or no such address", "check its BaseUrl and its Model"),
        429 => new(Subject, FindingState.Limited, $"{options.BaseUrl.Host} wants fewer calls for now", "look at the limits of the account"),
        _ => Broken($"{options.BaseUrl.Host} answers {(int)status}", "look at the provider's status page, or its logs"),
    };

    /// <summary>A list that is empty or of another form says nothing.</summary>
    private bool Lists(string body)
    {
        var names = Names(Wire.TryParse(body) ?? default).ToList();
        return names.Count == 0 || names.Any(name => name.Contains(options.Model, StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Names(JsonElement body) =>
        body.At("data").Items().Select(model => model.At("id").Text())
            .Concat(body.At("models").Items().Select(model => model.At("name").Text()))
            .OfType<string>();

    private Finding Broken(string details, string remedy) => new(Subject, FindingState.Broken, details, remedy);
}
