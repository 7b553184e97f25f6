using AiFixer.Core.Incidents;
using Microsoft.AspNetCore.Authorization;

namespace AiFixer.Gateway.Security;

/// <summary>What an endpoint asks for: a role, or a sender.</summary>
internal static class Policies
{
    public const string Viewer = nameof(PersonRole.Viewer);
    public const string Operator = nameof(PersonRole.Operator);
    public const string Approver = nameof(PersonRole.Approver);
    public const string Admin = nameof(PersonRole.Admin);
    public const string Sender = "Sender";

    public static void Add(AuthorizationOptions options)
    {
        foreach (var role in new[] { PersonRole.Viewer, PersonRole.Operator, PersonRole.Approver, PersonRole.Admin })
            options.AddPolicy(role.ToString(), policy => AtLeast(policy, role, Schemes.Gateway));
        options.AddPolicy(Sender, policy => AtLeast(policy, PersonRole.Operator, Schemes.Webhook));
        options.FallbackPolicy = options.GetPolicy(Viewer);
    }

    private static void AtLeast(AuthorizationPolicyBuilder policy, PersonRole role, string scheme) =>
        policy.AddAuthenticationSchemes(scheme).RequireAuthenticatedUser()
            .RequireAssertion(context => PersonClaims.Read(context.User).Role >= role);
}
