using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Dateline.Foundation.Storage;

/// <summary>
/// A condition or a row said once for several queries, those that are translated once too: a query calls a static method that stands
/// for it, and gets the expression itself in its place before Entity Framework sees it.
/// </summary>
public sealed class QueryWord : ExpressionVisitor
{
    private readonly string _name;
    private readonly LambdaExpression _meaning;

    private QueryWord(string name, LambdaExpression meaning) => (_name, _meaning) = (name, meaning);

    /// <summary>The query with the meaning, its parameters filled, wherever the method of this name is called.</summary>
    public static Expression<T> Spell<T>(Expression<T> query, string name, LambdaExpression meaning) => (Expression<T>)new QueryWord(name, meaning).Visit(query);

    /// <summary>What the method that stands for it does when somebody calls it outside a query.</summary>
    public static Exception Only => new NotSupportedException("A word of queries.");

    protected override Expression VisitMethodCall(MethodCallExpression node) => node.Method.Name != _name ? base.VisitMethodCall(node)
        : new ReplacingExpressionVisitor(_meaning.Parameters, node.Arguments).Visit(_meaning.Body);
}
