using AiFixer.Hosting.Lark;
using AiFixer.Plugins.Checks;

namespace AiFixer.Gateway.Commands.Doctor;

/// <summary>Whether Lark takes us for the app that is configured.</summary>
internal static class LarkFinding
{
    public static Task<Finding> LookAsync(IConfiguration configuration, CancellationToken cancellationToken) =>
        ConnectionFindings.LookAsync(new LarkCheck(configuration, TimeProvider.System), cancellationToken);
}
