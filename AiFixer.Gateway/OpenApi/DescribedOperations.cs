using AiFixer.Gateway.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace AiFixer.Gateway.OpenApi;

/// <summary>Adds to each operation what the framework cannot see: bodies, headers, who may call it.</summary>
internal sealed class DescribedOperations : IOpenApiOperationTransformer
{
    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        foreach (var header in metadata.OfType<HeaderDescription>())
            (operation.Parameters ??= []).Add(Header(header));
        if (metadata.OfType<BodyDescription>().FirstOrDefault() is { } body)
            operation.RequestBody = await BodyAsync(body, context, cancellationToken);
        if (!metadata.OfType<IAllowAnonymous>().Any())
            AddProblems(operation, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden);
        if (metadata.OfType<IAuthorizeData>().LastOrDefault()?.Policy is { } policy)
            operation.Description = $"{operation.Description} Needs the role {(policy == Policies.Sender ? "Operator, or the webhook's own token" : policy)}.".Trim();
    }

    private static OpenApiParameter Header(HeaderDescription header) => new()
    {
        Name = header.Name,
        In = ParameterLocation.Header,
        Description = header.Text,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static async Task<OpenApiRequestBody> BodyAsync(
        BodyDescription body, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var one = await context.GetOrCreateSchemaAsync(body.Type, null, cancellationToken);
        IOpenApiSchema schema = body.OrArray
            ? new OpenApiSchema { OneOf = [one, new OpenApiSchema { Type = JsonSchemaType.Array, Items = one, MinItems = 1 }] }
            : one;
        return new() { Required = !body.Optional, Content = new Dictionary<string, OpenApiMediaType> { ["application/json"] = new() { Schema = schema } } };
    }

    private static void AddProblems(OpenApiOperation operation, params ReadOnlySpan<int> statuses)
    {
        operation.Responses ??= [];
        foreach (var status in statuses)
        {
            operation.Responses.TryAdd(
                status.ToString(System.Globalization.CultureInfo.InvariantCulture),
                new OpenApiResponse
                {
                    Description = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
                    Content = new Dictionary<string, OpenApiMediaType>
                    {
                        ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("ProblemDetails") },
                    },
                });
        }
    }
}
