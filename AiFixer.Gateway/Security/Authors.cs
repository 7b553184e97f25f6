using System.Security.Claims;
using AiFixer.Core.Documents;

namespace AiFixer.Gateway.Security;

/// <summary>The caller as the one who changes a document.</summary>
internal static class Authors
{
    public static DocumentAuthor Of(ClaimsPrincipal user)
    {
        var person = PersonClaims.Read(user);
        return new(person.Id, person.Name);
    }
}
