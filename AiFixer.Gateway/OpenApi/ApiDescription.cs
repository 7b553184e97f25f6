using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AiFixer.Gateway.OpenApi;

/// <summary>The document as a whole: its name and how callers are known.</summary>
internal sealed class ApiDescription : IOpenApiDocumentTransformer
{
    private const string Key = "key";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info.Title = "AiFixer";
        document.Info.Version = "v1";
        document.Info.Description = "Turns alerts into verified fixes with a person's consent. Failures are problem+json.";
        document.Servers = [];
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "An API key. Not needed where none are configured." },
        };
        document.Security = [new() { [new OpenApiSecuritySchemeReference(Key, document)] = [] }, []];
        return Task.CompletedTask;
    }
}
