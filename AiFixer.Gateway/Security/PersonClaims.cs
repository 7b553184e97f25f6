using System.Security.Claims;
using AiFixer.Core.Incidents;

namespace AiFixer.Gateway.Security;

/// <summary>A person as claims and back.</summary>
internal static class PersonClaims
{
    public static ClaimsPrincipal Write(Person person, string scheme) =>
        new(new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, person.Id),
                new(ClaimTypes.Name, person.Name),
                new(ClaimTypes.Role, person.Role.ToString()),
            ],
            scheme));

    public static Person Read(ClaimsPrincipal user) => new(
        user.FindFirstValue(ClaimTypes.NameIdentifier) ?? "",
        user.FindFirstValue(ClaimTypes.Name) ?? "",
        Enum.TryParse<PersonRole>(user.FindFirstValue(ClaimTypes.Role), out var role) ? role : PersonRole.Viewer);
}
