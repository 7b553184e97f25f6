using AiFixer.Hosting.Configuration;
using AiFixer.Lark;
using AiFixer.Lark.Client;
using AiFixer.Plugins.Checks;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Hosting.Lark;

/// <summary>Asks Lark who we are: that takes the address, the app and its secret, and changes nothing.</summary>
public sealed class LarkCheck : IConnectionCheck
{
    private readonly LarkOptions _options;
    private readonly TimeProvider _time;
    private readonly bool _isWrong;

    public LarkCheck(IConfiguration configuration, TimeProvider time)
    {
        var problems = new ConfigurationProblems();
        (_options, _time) = (LarkSettings.Read(new(configuration, problems)), time);
        _isWrong = problems.Found.Count > 0;
    }

    public string Subject => "Lark";

    public async Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        if (!_options.IsOn)
            return new(Subject, FindingState.NotConfigured, "off: nothing is told and heard there", "set Lark:AppId and Lark:AppSecret to use it (docs/lark-connection.md)");
        if (_isWrong)
            return new(Subject, FindingState.Broken, "its configuration is wrong", "correct what is said about Lark above");
        using var client = new LarkClient(_options, new SocketsHttpHandler { AllowAutoRedirect = false }, _time);
        var us = await client.WhoAmIAsync(cancellationToken);
        return us.IsDone
            ? new(Subject, FindingState.Fine, $"{_options.Url.Host} takes us for {us.Value.Name ?? us.Value.OpenId} ({_options.Mode})")
            : new(Subject, FindingState.Broken, us.Error.Message, Remedy(us.Error));
    }

    private string Remedy(LarkError error) => error.Code switch
    {
        10003 or 10012 or 10014 or 10015 => $"correct Lark:AppId and Lark:AppSecret, and check that the app belongs to {_options.Url.Host}: Feishu and Lark know nothing of each other's apps",
        99991672 => "give the app the permission on the open platform, and publish a version of it",
        99991662 or 99991673 => "enable the app in its company, and publish a version of it",
        99991401 => "allow this machine's address in the app's list of addresses",
        _ when error.Kind == LarkErrorKind.Limited => "wait a moment: somebody uses up what the app may ask",
        _ when error.Kind == LarkErrorKind.Unavailable => "check Lark:Url, and whether a proxy or a firewall is in the way",
        _ => "see what the platform says about this code (docs/lark-connection.md)",
    };
}
