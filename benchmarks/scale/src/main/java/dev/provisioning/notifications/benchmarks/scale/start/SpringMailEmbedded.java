package dev.provisioning.notifications.benchmarks.scale.start;

import java.nio.file.Path;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mail.javamail.JavaMailSender;

/** An application of Spring Boot, with the mail sender of its starter. */
final class SpringMailEmbedded implements Embedding {
    @EnableAutoConfiguration
    static class Application {}

    @Override
    public Object start(Path directory) {
        SpringApplication application = new SpringApplication(Application.class);
        application.setBannerMode(Banner.Mode.OFF);
        ConfigurableApplicationContext context =
                application.run("--spring.mail.host=mail.example.com", "--logging.level.root=warn");
        context.getBean(JavaMailSender.class);
        return context;
    }
}
