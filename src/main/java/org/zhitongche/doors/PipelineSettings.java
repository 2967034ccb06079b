package org.zhitongche.doors;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.zhitongche.documents.FileLimits;

/**
 * How the pipeline runs.
 *
 * @param routes         the folder with the routes
 * @param properties     the values of the routes' placeholders; what is missing has its default in the route
 * @param broker         connects as the platform; pooled here
 * @param answerQueues   queues that answers may be sent to, besides temporary ones
 * @param largestMessage in bytes
 * @param trackingUrl    makes the address of a tracking page of its token
 */
public record PipelineSettings(Path routes, Map<String, String> properties, ConnectionFactory broker, Set<String> answerQueues,
                               long largestMessage, FileLimits files, UnaryOperator<String> trackingUrl, MailSettings mail) {}
