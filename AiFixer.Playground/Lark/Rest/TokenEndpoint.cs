namespace AiFixer.Playground.Lark.Rest;

/// <summary>Hands out tokens and looks at those that come.</summary>
internal sealed class TokenEndpoint(PracticeLarkOptions options, TenantTokens tokens)
{
    private const string Scheme = "Bearer ";

    public static LarkAnswer NotGood { get; } = LarkAnswer.Refused(99991663, "Invalid access token for authorization. Please make a request with token attached.");

    public LarkAnswer Take(LarkCall call)
    {
        if (call.Text("app_id") != options.AppId)
            return LarkAnswer.Refused(10003, "invalid param", 200);
        if (call.Text("app_secret") != options.AppSecret)
            return LarkAnswer.Refused(10015, "app secret invalid", 200);
        var (token, seconds) = tokens.Take();
        return new(200, new() { ["code"] = 0, ["msg"] = "ok", ["tenant_access_token"] = token, ["expire"] = seconds });
    }

    /// <returns>Why the caller may not; null when it may.</returns>
    public LarkAnswer? Refusal(LarkCall call)
    {
        if (!call.Authorization.StartsWith(Scheme, StringComparison.Ordinal))
            return LarkAnswer.Refused(99991661, "Missing access token for authorization. Please make a request with token attached.");
        var token = call.Authorization[Scheme.Length..];
        if (!token.StartsWith("t-", StringComparison.Ordinal))
            return LarkAnswer.Refused(99991671, "Invalid access token for authorization. Token must start with 't-' or 'u-'");
        return tokens.IsGood(token) ? null : NotGood;
    }
}
