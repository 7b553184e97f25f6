using System.Text.Json;
using AiFixer.Plugins.Custom.Declared;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Checks;

/// <summary>Asks a service something small that only it answers.</summary>
/// <param name="key">Its configuration, to name in a remedy.</param>
/// <param name="path">What is asked.</param>
/// <param name="isIts">Whether the answer is the service's own.</param>
/// <param name="anyAnswer">It is not known what the service says at that place: any answer of it is good.</param>
/// <param name="version">Where in the answer its version is; empty when it says none.</param>
internal sealed class HttpCheck(HttpConnection connection, string key, string path, Func<JsonElement, bool> isIts, string version = "", bool anyAnswer = false) : IConnectionCheck
{
    public string Subject => connection.Label;

    public async Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        var asked = await connection.AskAsync(HttpQuestion.Get(path), static _ => null, cancellationToken);
        if (anyAnswer && (asked.Error is null or { Code: >= 400 and < 500 and not (401 or 403 or 429) }))
            return new(Subject, FindingState.Fine, $"answers at {connection.Server}");
        if (asked.Failed(out var error, out _))
            return new(Subject, FindingState.Broken, error.Message, Remedy(error));
        var read = asked.Read(connection, body => new Answer(isIts(body), Said(body)));
        if (read.Failed(out error, out var answer))
            return new(Subject, FindingState.Broken, error.Message, Elsewhere);
        return answer.IsIts
            ? new(Subject, FindingState.Fine, $"answers at {connection.Server}", Version: answer.Version)
            : new(Subject, FindingState.Broken, $"what answers at {connection.Server} is something else", Elsewhere);
    }

    private string Elsewhere => $"{key}:Url must be the service's own address, with its path prefix if it has one, and no login page before it";

    private string? Said(JsonElement body) =>
        version.Length > 0 && Pointer.Read(body, version) is { } said ? OutsideText.Line(Template.Text(said), 60) : null;

    private string Remedy(HttpError error) => error switch
    {
        { Failure: HttpFailure.Unreachable } when error.Message.Contains("SSL", StringComparison.OrdinalIgnoreCase) =>
            $"let {key}:CertificateAuthority name the PEM file of the authority that signed its certificate",
        { Failure: HttpFailure.Unreachable or HttpFailure.NotTried } =>
            $"check {key}:Url, the name it has in DNS from here, and whether a network policy or firewall lets us through",
        { Failure: HttpFailure.TimedOut } => $"check whether a firewall drops what we send; if it is only slow, raise {key}:RequestTimeout",
        { Failure: HttpFailure.NoAccess } => $"make the secret that {key} names readable for the user AiFixer runs as",
        { Code: 401 } => $"set {key}:Token, or User and Password, or KeyHeader and ApiKey, to what the service accepts",
        { Code: 403 } => $"give the account of {key} the right to read",
        _ => Elsewhere,
    };

    private sealed record Answer(bool IsIts, string? Version);
}
