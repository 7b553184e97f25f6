using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>What a credential program says.</summary>
internal sealed record ExecAnswer(string? Kind, string? ApiVersion, ExecAnswer.ExecStatus? Status)
{
    public DateTimeOffset? Expires => Status?.ExpirationTimestamp;

    /// <exception cref="KubeAccessException">It is not what was asked for; what was said is never repeated, as it holds secrets.</exception>
    public static ExecAnswer Read(string output, ExecSettings settings)
    {
        ExecAnswer? answer;
        try
        {
            answer = JsonSerializer.Deserialize(output, KubeJson.Default.ExecAnswer);
        }
        catch (JsonException)
        {
            throw Wrong(settings, "did not answer in JSON");
        }

        if (answer?.Kind != "ExecCredential" || answer.ApiVersion != settings.ApiVersion)
            throw Wrong(settings, $"did not answer with an ExecCredential of {settings.ApiVersion}");
        var hasPair = answer.Status is { ClientCertificateData.Length: > 0, ClientKeyData.Length: > 0 };
        var hasHalf = answer.Status is { ClientCertificateData.Length: > 0 } or { ClientKeyData.Length: > 0 };
        if (hasHalf != hasPair || (!hasPair && string.IsNullOrEmpty(answer.Status?.Token)))
            throw Wrong(settings, "gave neither a token nor a certificate with its key");
        return answer.Status!.Token is { } token && token.Any(c => c is <= ' ' or > '~')
            ? throw Wrong(settings, "gave a token with characters that no token has")
            : answer;
    }

    public KubeIdentity ToIdentity(ExecSettings settings) => new(
        string.IsNullOrEmpty(Status!.Token) ? null : new("Bearer", Status.Token),
        string.IsNullOrEmpty(Status.ClientCertificateData)
            ? null
            : Pem.Client(Status.ClientCertificateData, Status.ClientKeyData!, $"the answer of {settings.Command}"));

    private static KubeAccessException Wrong(ExecSettings settings, string what) => new($"the kubeconfig's program {settings.Command} {what}");

    internal sealed record ExecStatus(string? Token, DateTimeOffset? ExpirationTimestamp, string? ClientCertificateData, string? ClientKeyData);
}
